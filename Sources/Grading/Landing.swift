// Grading: see the landing page.
