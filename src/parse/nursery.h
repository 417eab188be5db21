/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * nursery - the small process that forks one child per document.
 *
 * It is started before the server grows, so a fork is cheap, and warms what documents need once there is time. It parses nothing itself; it ends with its control socket.
 */
#pragma once
#include <stdbool.h>

/* Serve orders on descriptor ORDER_FD until the other end closes. Returns the exit code.
 * probe: first try out which walls of the jail stand, and tell. */
int nursery_run(bool probe);
