"""What is wrong in a library and how to mend it: rules, examples, the ratchet."""
