// Simulation: see the landing page.
