// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The policy table of the machine's owner: that of /etc/gai.conf.
//
//     sorted = sort_destinations(std::move(found), address_of, source_of, system_policy());

#include <atomic>
#include <cstddef>
#include <memory>
#include <string_view>
#include <system_error>

#include "../../address/policy_table.hpp"
#include "../config.hpp"
#include "gai_conf.hpp"
#include "read_file.hpp"
#include "system_names.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether a file could not be read for a lack that may pass.
inline bool is_lack(const std::error_code& code) noexcept {
  return code == std::errc::too_many_files_open ||
         code == std::errc::too_many_files_open_in_system || code == std::errc::not_enough_memory;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The policy of /etc/gai.conf, as gai.conf(5) has it. It is `default_policy_table` where there is no
/// such file, or one that can't be read or is larger than 64 KiB. The file is read at the first
/// call, and what becomes of it later is not followed. The rows live as long as the process. Any
/// thread may call it.
inline policy_table system_policy() {
  // Without a lock, which a child of fork might find taken. It is never freed, since a thread may
  // still connect while the program ends.
  static std::atomic<const detail::owned_policy*> known = nullptr;
  if (const detail::owned_policy* policy = known.load(std::memory_order_acquire))
    return policy->table();

  constexpr std::size_t largest = std::size_t(64) << 10;
  const char* const path = detail::policy_path();
  if (!path) return default_policy_table;
  const auto text = detail::read_file_if_any(path, largest);
  if (!text && detail::is_lack(text.error().code())) return default_policy_table;  // for now
  auto read = std::make_unique<const detail::owned_policy>(
      detail::parse_gai_conf(text ? std::string_view(*text) : std::string_view()));
  const detail::owned_policy* first = nullptr;
  if (known.compare_exchange_strong(first, read.get(), std::memory_order_acq_rel))
    return read.release()->table();
  return first->table();
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
