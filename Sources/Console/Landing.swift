// Console: see the landing page.
