// Terminal: see the landing page.
