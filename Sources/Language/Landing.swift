// Language: see the landing page.
