#pragma once
/// What a failed test left behind: the screen's picture, the kiosk's log and trees, in BUILD/rig-failures/ under the
/// test's name. A listener of doctest; nothing is called. It also takes the finger off the screen after a test.
