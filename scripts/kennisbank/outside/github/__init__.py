"""The few calls to GitHub's API that the workflows need; see https://docs.github.com/en/rest."""
