"""What became of a draft: a state compared with another, a Word file that came back."""
