/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bytes - numbers as files of Intel machines write them, at any address. */
#pragma once
#include <stdint.h>
#include <string.h>

static inline uint16_t bytes_le16(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;
	return (uint16_t)(u[0] | u[1] << 8);
}

static inline uint32_t bytes_le32(const char *p)
{
	return bytes_le16(p) | (uint32_t)bytes_le16(p + 2) << 16;
}

static inline double bytes_double(const char *p)
{
	uint64_t u = bytes_le32(p) | (uint64_t)bytes_le32(p + 4) << 32;
	double d;
	memcpy(&d, &u, sizeof(d));
	return d;
}
