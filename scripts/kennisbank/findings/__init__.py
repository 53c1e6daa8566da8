"""What is wrong: a finding with its place, its code and its words."""
