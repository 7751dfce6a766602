#!/usr/bin/env bash
# Renews both lock files from the .in files beside it. Needs uv (`pip install uv`). The locks are good for Python 3.10 to
# 3.13; without --upgrade what they hold stays as long as the .in files allow it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export UV_CUSTOM_COMPILE_COMMAND="airflow-dags/python/lock.sh"
options=(--universal --python-version 3.10 --generate-hashes --no-emit-index-url --no-emit-find-links --quiet "$@")
uv pip compile requirements.in "${options[@]}" -o requirements.lock
uv pip compile requirements-dev.in -c requirements.lock "${options[@]}" -o requirements-dev.lock
