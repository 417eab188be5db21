/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * convert - a document to PDF, a spreadsheet to XLSX, by LibreOffice in a jail of its own.
 *
 *   nursery --fork--> converter --fork, jail, exec--> soffice.bin
 *
 * The converter writes the document into a folder of its own and waits; the program sees that folder, what programs are
 * made of, and nothing else: no network, no other process, bounded memory, time and files. Its profile is new each time,
 * macros are off, links are not followed. The nursery ends both as a group and removes the folder.
 */
#pragma once
#include "doc/order.h"

enum { CONVERT_FOLDER = 64 };

/* Make the folder of an order; its path into out. */
bool convert_folder(char out[CONVERT_FOLDER], struct err *e);
/* Remove it and what is in it. */
void convert_remove(const char *folder);

/* Inside the process forked for an order: read the task, convert, send what came out over the socket; ends with an enum order_end. */
_Noreturn void convert_run(const struct order *o, int document, int socket, const char *folder);
