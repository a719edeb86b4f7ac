"""The walk through a procedure, the decision and the record of one traveller."""
