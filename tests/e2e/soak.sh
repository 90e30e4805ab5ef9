#!/bin/bash
# The short form of the soak. The long one is tests/soak/soak 2000.
exec "$(dirname "$0")/../soak/soak" 100
