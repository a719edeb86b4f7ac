"""What can be proved of an edition before it binds anyone: theorems, each with its state and an example."""
