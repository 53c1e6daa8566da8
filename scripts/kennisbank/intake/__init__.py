"""From what people hand in, in a form, a table or a conversation, to a concept case: pure, and nothing gets lost."""
