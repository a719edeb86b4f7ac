"""What this computer is and how it looks: post, desk, languages, printer; set up at the first start, changed later."""
