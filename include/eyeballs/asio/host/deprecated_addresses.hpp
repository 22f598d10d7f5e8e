// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Which addresses of the host are deprecated: RFC 6724, section 6, avoids them as sources (rule 3).
//
//     mark_deprecated(sources);

#include <algorithm>
#include <optional>
#include <vector>

#include "../../address/destination_order.hpp"
#include "../../address/ip_address.hpp"
#include "../../address/scope.hpp"
#include "../config.hpp"
#include "system_addresses.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline bool is_loopback(const ip_address& a) noexcept {
  constexpr ip_address v6(ip_address::v6_bytes{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
  constexpr ip_address v4(ip_address::v4_bytes{127});
  return in_prefix(a, v6, 128) || in_prefix(a, v4, 96 + 8);
}

/// Whether it matters which sources are deprecated: if there are two of them. The loopback's own
/// addresses never are.
inline bool may_be_told_apart(const std::vector<std::optional<source_address>>& sources) noexcept {
  const ip_address* first = nullptr;
  bool differ = false;
  bool may_be_deprecated = false;
  for (const auto& source : sources) {
    if (!source) continue;
    if (!first) first = &source->address;
    differ |= source->address != *first;
    may_be_deprecated |= !is_loopback(source->address);
  }
  return differ && may_be_deprecated;
}

/// Marks those that are. Asks the kernel only if its answer could change an order.
inline void mark_deprecated(std::vector<std::optional<source_address>>& sources) {
  if (!may_be_told_apart(sources)) return;
  const std::vector<ip_address> deprecated = deprecated_addresses();
  for (auto& source : sources) {
    if (!source) continue;
    const auto found = std::find(deprecated.begin(), deprecated.end(), source->address);
    source->deprecated = found != deprecated.end();
  }
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
