// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The policy table of the machine's owner: that of /etc/gai.conf.
//
//     sorted = sort_destinations(std::move(found), address_of, source_of, system_policy());

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <memory>
#include <string>

#include "../../address/policy_table.hpp"
#include "../config.hpp"
#include "gai_conf.hpp"
#include "source_address.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// How a file was read.
enum class reading : unsigned char {
  done,      ///< There may be no such file: its text is empty then.
  no_means,  ///< There was no descriptor, or no memory, for it.
};

/// Appends the file's first 64 KiB to `text`. It never waits: a pipe has no text.
inline reading read_file(const char* path, std::string& text) {
  constexpr std::size_t most = 64 * 1024;
  const file_descriptor file(::open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.number() < 0) {
    const bool no_means = errno == EMFILE || errno == ENFILE || errno == ENOMEM;
    return no_means ? reading::no_means : reading::done;
  }

  std::array<char, 4096> part;
  while (text.size() < most) {
    const auto size = ::read(file.number(), part.data(), part.size());
    if (size <= 0) break;
    text.append(part.data(), std::size_t(size));
  }
  return reading::done;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The policy of /etc/gai.conf, as gai.conf(5) has it, which is read at the first call; what becomes
/// of the file later is not followed. Where there is no such file, it is `default_policy_table`. The
/// rows live as long as the process. Any thread may call it.
inline policy_table system_policy() {
  // Without a lock, which a child of fork might find taken. It is never freed, since a thread may
  // still connect while the program ends.
  static std::atomic<const detail::owned_policy*> known = nullptr;
  if (const detail::owned_policy* policy = known.load(std::memory_order_acquire))
    return policy->table();

  std::string text;
  if (detail::read_file("/etc/gai.conf", text) == detail::reading::no_means)
    return default_policy_table;  // for now
  auto read = std::make_unique<const detail::owned_policy>(detail::parse_gai_conf(text));
  const detail::owned_policy* first = nullptr;
  if (known.compare_exchange_strong(first, read.get(), std::memory_order_acq_rel))
    return read.release()->table();
  return first->table();
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
