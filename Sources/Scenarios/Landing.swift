// Scenarios: see the landing page.
