"""What is generated into the pages, one part a module, each a pure function of the catalogue or the grammar."""
