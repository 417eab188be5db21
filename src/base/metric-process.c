/* SPDX-License-Identifier: Apache-2.0 */
/* The process's own numbers, under the names that Prometheus' client libraries give them. */
#include "base/metric.h"

#include "base/clock.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static int64_t resident_bytes(void)
{
	long long size, pages = 0;
	FILE *f = fopen("/proc/self/statm", "re");
	if (!f)
		return 0;
	if (fscanf(f, "%lld %lld", &size, &pages) != 2)
		pages = 0;
	fclose(f);
	return pages * sysconf(_SC_PAGESIZE);
}

static int64_t open_fds(void)
{
	int64_t n = 0;
	DIR *d = opendir("/proc/self/fd");
	if (!d)
		return 0;
	for (struct dirent *f; (f = readdir(d));)
		n += f->d_name[0] != '.';
	closedir(d);
	return n - 1; /* the folder's own */
}

/* Field 22 of stat is ticks since boot (proc(5)); the name in field 2 may hold spaces. */
static int64_t start_time(void)
{
	char text[1024];
	unsigned long long ticks;
	struct timespec up;
	FILE *f = fopen("/proc/self/stat", "re");
	if (!f)
		return 0;
	size_t n = fread(text, 1, sizeof(text) - 1, f);
	fclose(f);
	text[n] = '\0';
	const char *at = strrchr(text, ')');
	if (!at || sscanf(at, ") %*c %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %llu", &ticks) != 1 ||
	    clock_gettime(CLOCK_BOOTTIME, &up) != 0)
		return 0;
	int64_t age = up.tv_sec * CLOCK_SECOND + up.tv_nsec / 1000 - (int64_t)ticks * CLOCK_SECOND / sysconf(_SC_CLK_TCK);
	return clock_now() - age;
}

static int64_t of_timeval(struct timeval t)
{
	return t.tv_sec * CLOCK_SECOND + t.tv_usec;
}

void metric_process(void)
{
	struct rusage used;
	struct rlimit fds;
	if (getrusage(RUSAGE_SELF, &used) == 0)
		metric_set(METRIC_cpu, 0, 0, of_timeval(used.ru_utime) + of_timeval(used.ru_stime));
	if (getrlimit(RLIMIT_NOFILE, &fds) == 0)
		metric_set(METRIC_fds_max, 0, 0, (int64_t)fds.rlim_cur);
	metric_set(METRIC_memory, 0, 0, resident_bytes());
	metric_set(METRIC_fds, 0, 0, open_fds());
	metric_set(METRIC_start_time, 0, 0, start_time());
}
