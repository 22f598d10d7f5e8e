// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_LOOKUPS_HPP
#define EYEBALLS_TESTS_SUPPORT_LOOKUPS_HPP

#include <string>
#include <vector>

// A getaddrinfo of the tests' own, which knows these names and asks the system for all others:
//
//     two.test          127.0.0.1 and 127.0.0.2
//     both.test         127.0.0.1, 127.0.0.2 and ::1
//     second.test       127.0.0.200 and 127.0.0.1
//     late.test         127.0.0.1, after some milliseconds
//     empty.test        nothing, but no error either
//     unknown.test      EAI_NONAME
//     again.test        EAI_AGAIN
//     unopened.test     EAI_NONAME, since no file can be opened; unopened-family.test: EAI_NODATA
//     hanging_host()    blocks until `release_hung_lookups`, then as unknown.test
//
// It allocates nothing, unless lookups are noted, and takes no lock but for those that are noted or
// hang.

namespace support {

/// From now on lookups are noted, and those before are forgotten.
void note_lookups();
/// The families that were asked for since then, in the order in which the lookups of this host
/// began.
std::vector<int> begun_lookups(const std::string& host);

/// Whose lookups hang. After `release_hung_lookups` it is another name, so that a lookup that was
/// asked for before, and has not begun, never hangs.
std::string hanging_host();
/// How many lookups hang.
int hung_lookups();
/// Lets all end, and waits until they have.
void release_hung_lookups();

}  // namespace support

#endif
