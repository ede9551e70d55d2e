// Replies: see the landing page.
