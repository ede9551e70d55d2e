// Storage: see the landing page.
