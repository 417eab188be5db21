/* SPDX-License-Identifier: Apache-2.0 */
/* Runs a fuzz target over files, with any compiler: the committed corpus is an ordinary test. One that has several takes its name first. */
#include "base/io.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
__attribute__((weak)) int LLVMFuzzerInitialize(int *argc, char ***argv);

int main(int argc, char **argv)
{
	if (LLVMFuzzerInitialize)
		LLVMFuzzerInitialize(&argc, &argv);
	for (int i = 1; i < argc; i++) {
		struct buf b = BUF_INIT(0);
		struct err e = { 0 };
		if (!io_read_file(argv[i], &b, &e)) {
			fprintf(stderr, "%s\n", e.text);
			return 1;
		}
		LLVMFuzzerTestOneInput((const uint8_t *)b.p, b.n);
		buf_fini(&b);
	}
	return argc > 1 ? 0 : 1;
}
