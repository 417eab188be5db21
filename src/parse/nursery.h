/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * nursery - the small process that forks one child per document.
 *
 * It is started before the server grows and warms what all documents need, so a
 * fork is cheap. It parses nothing itself; it ends with its control socket.
 */
#pragma once

/* Serve orders on descriptor ORDER_FD until the other end closes. Returns the exit code. */
int nursery_run(void);
