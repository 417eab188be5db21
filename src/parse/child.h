/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * child - reads one document and ends.
 */
#pragma once
#include "doc/order.h"

/* Read the document (bytes; mapped: by child_map()), or draw a page of it, as told by task; write frames to fd. The failure, if any, was sent too. */
bool child_parse(struct str bytes, bool mapped, const struct task *task, int fd, struct err *e);

/* Inside the process forked for an order: jail, read the task, parse, _exit. document and frames are its only descriptors. */
_Noreturn void child_run(const struct order *o, int document, int frames);

/* Read the task that the pool sends first; its texts point into *text, which is the caller's to free. */
bool child_task(int socket, char **text, struct task *t, struct err *e);

/* Map a whole file descriptor read-only; an empty one gives an empty text. */
bool child_map(int fd, struct str *bytes, struct err *e);
