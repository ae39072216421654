#!/usr/bin/env bash
# Gradescope runs this once, when it builds the image: the course, with all that it needs.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive CI=true
apt-get update
apt-get install -y --no-install-recommends bubblewrap ca-certificates curl git
git clone --depth 1 "{{repository}}" /autograder/course
/autograder/course/course --version
chmod -R go-rwx /autograder/source
