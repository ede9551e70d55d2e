// Shifts: see the landing page.
