"""What stands between the artifacts and the disk: pipeline, MkDocs, staging, finishing touches."""
