/* SPDX-License-Identifier: Apache-2.0 */
/* step - what the steps share with the job threads. */
#pragma once
#include "work/work.h"

/* Most pages to parse of a file of file_size bytes; 0 = no bound. */
uint32_t work_page_bound(const struct work_settings *set, int64_t file_size);
