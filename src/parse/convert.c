/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/convert.h"

#include "base/io.h"
#include "base/jail.h"
#include "parse/child.h"
#include "parse/format.h"

#include <ctype.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* It wants more address space than it uses; it ends with RESTART when its profile is new, and wants to be started again. */
enum { TRIES = 3, RESTART = 81, MOST_FDS = 256, EXTENSION = 8 };
static const uint64_t more_memory = UINT64_C(2) << 30, most_file = UINT64_C(1) << 30;

bool convert_folder(char out[CONVERT_FOLDER], struct err *e)
{
	snprintf(out, CONVERT_FOLDER, "/tmp/quarry-convert-XXXXXX");
	return mkdtemp(out) != NULL || err_errno(e, "folder of a conversion");
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
	remove(path);
	return 0;
}

void convert_remove(const char *folder)
{
	nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* ---- the folder */

/* The extension says what the file is, where its content does not. */
static void document_name(struct str name, const char *folder, char *out, size_t size)
{
	char end[EXTENSION + 1] = "bin";
	size_t dot = name.n, n = 0;
	while (dot && name.p[dot - 1] != '.')
		dot--;
	for (size_t i = dot; dot && i < name.n && n < EXTENSION && isalnum((unsigned char)name.p[i]); i++)
		end[n++] = (char)tolower((unsigned char)name.p[i]);
	end[n ? n : 3] = '\0';
	if (strcmp(end, "pdf") == 0 || strcmp(end, "xlsx") == 0) /* the name of what comes out */
		memcpy(end, "bin", 4);
	snprintf(out, size, "%s/source.%s", folder, end);
}

static bool write_profile(const char *folder, struct err *e)
{
	static const char settings[] =
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
#define SET(path, name, value) \
		"<item oor:path=\"/org.openoffice.Office." path "\"><prop oor:name=\"" name "\" oor:op=\"fuse\"><value>" value "</value></prop></item>"
		SET("Common/Security/Scripting", "DisableMacrosExecution", "true")
		SET("Common/Security/Scripting", "MacroSecurityLevel", "3")
		SET("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
		SET("Writer/Content/Update", "Link", "0")
		SET("Calc/Content/Update", "Link", "2")
		"</oor:items>\n";
	char path[CONVERT_FOLDER + 64];
	snprintf(path, sizeof(path), "%s/profile/user", folder);
	if (!io_mkdirs(path, e))
		return false;
	snprintf(path, sizeof(path), "%s/profile/user/registrymodifications.xcu", folder);
	return io_write_file(path, str_from(settings), 0600, e);
}

/* ---- the program */

static _Noreturn void become_program(const struct order *o, const char *folder, const char *document, const char *to)
{
	char home[CONVERT_FOLDER + 8], temporary[CONVERT_FOLDER + 8], profile[CONVERT_FOLDER + 64];
	snprintf(home, sizeof(home), "HOME=%s", folder);
	snprintf(temporary, sizeof(temporary), "TMPDIR=%s", folder);
	snprintf(profile, sizeof(profile), "-env:UserInstallation=file://%s/profile", folder);
	const char *const env[] = { home, temporary, "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "SAL_USE_VCLPLUGIN=svp", NULL };
	const char *const argv[] = { SOFFICE, profile, "--headless", "--norestore", "--nologo", "--nolockcheck", "--convert-to", to,
				     "--outdir", folder, document, NULL };
	struct jail_limits limits = { .memory_bytes = o->memory_bytes + more_memory, .cpu_seconds = (int)o->cpu_seconds, .max_fds = MOST_FDS };
	struct err e;
	int null = open("/dev/null", O_RDWR); /* what it says of a document is for nobody's log */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0 || dup2(null, 2) < 0 || chdir(folder) != 0)
		_exit(ORDER_END_FAILED);
	close_range(3, ~0u, 0);
	if (!o->jail_none && !jail_enter_program(&limits, most_file, folder, &e))
		_exit(ORDER_END_JAIL);
	execve(SOFFICE, (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)env);
	_exit(ORDER_END_FAILED);
}

static int run_program(const struct order *o, const char *folder, const char *document, const char *to)
{
	int status = RESTART << 8;
	for (int i = 0; i < TRIES && WIFEXITED(status) && WEXITSTATUS(status) == RESTART; i++) {
		pid_t pid = fork();
		if (pid == 0)
			become_program(o, folder, document, to);
		if (pid < 0 || waitpid(pid, &status, 0) != pid)
			return ORDER_END_FAILED;
	}
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		return ORDER_END_TIME;
	return !WIFEXITED(status) ? ORDER_END_FAILED : WEXITSTATUS(status) == ORDER_END_JAIL ? ORDER_END_JAIL : ORDER_END_OK;
}

/* Each part that is not installed leaves a kind of document unread. */
static bool is_complete(void)
{
	static const char *const parts[] = { "libswlo.so", "libsclo.so", "libsdlo.so" };
	const char *slash = strrchr(SOFFICE, '/');
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		char path[512];
		snprintf(path, sizeof(path), "%.*s/%s", (int)(slash - SOFFICE), SOFFICE, parts[i]);
		if (access(path, R_OK) != 0)
			return false;
	}
	return true;
}

/* ---- what came out */

static bool send_result(const char *folder, const char *to, int socket)
{
	char path[CONVERT_FOLDER + 32], piece[1 << 16];
	struct stat st;
	struct err e;
	snprintf(path, sizeof(path), "%s/source.%s", folder, to);
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	bool ok = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0;
	for (ssize_t n; ok && (n = read(fd, piece, sizeof(piece))) != 0;)
		ok = n > 0 && io_write_all(socket, piece, (size_t)n, &e);
	if (fd >= 0)
		close(fd);
	return ok;
}

static bool put_document(int document, const char *path, struct err *e)
{
	struct str bytes;
	return child_map(document, &bytes, e) && io_write_file(path, bytes, 0600, e);
}

_Noreturn void convert_run(const struct order *o, int document, int socket, const char *folder)
{
	char path[CONVERT_FOLDER + 32], *text = NULL;
	struct task task;
	struct err e;
	setpgid(0, 0);
	if (access(SOFFICE, X_OK) != 0)
		_exit(ORDER_END_MISSING);
	if (!child_task(socket, &text, &task, &e))
		_exit(ORDER_END_FAILED);
	document_name(task.name, folder, path, sizeof(path));
	if (!put_document(document, path, &e) || !write_profile(folder, &e))
		_exit(ORDER_END_FAILED);
	/* Pages would cut a sheet in pieces and put its name and their numbers between. */
	const char *to = foreign_is_sheet(task.name) ? "xlsx" : "pdf";
	int end = run_program(o, folder, path, to);
	if (end == ORDER_END_OK && !send_result(folder, to, socket))
		end = is_complete() ? ORDER_END_FAILED : ORDER_END_MISSING;
	_exit(end);
}
