// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What one connect has found out about the ways to its destinations: the address that the host
// would send from, and the prefixes of the network's translators.

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "../../address/ip_address.hpp"
#include "../../address/nat64.hpp"
#include "../endpoint.hpp"
#include "source_address.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class paths {
 public:
  /// So many destinations more will be asked about.
  void make_room(std::size_t more) { sources_.reserve(sources_.size() + more); }

  /// That of `source_address_of`, which is asked once for each destination.
  std::optional<ip_address> source_of(const ip_address& destination) {
    const auto at =
        std::lower_bound(sources_.begin(), sources_.end(), destination,
                         [](const auto& known, const ip_address& d) { return known.first < d; });
    if (at != sources_.end() && at->first == destination) return at->second;
    return sources_.emplace(at, destination, source_address_of(destination))->second;
  }

  /// The prefixes of the network's translators, as far as they are known.
  const std::vector<nat64_prefix>& translators() const noexcept { return translators_; }

  void set_translators(std::vector<nat64_prefix> found) noexcept {
    translators_ = std::move(found);
  }

  /// The IPv4 endpoint that is reached by an IPv6 endpoint, if that has the prefix of a translator.
  std::optional<tcp::endpoint> translated(const tcp::endpoint& endpoint) const noexcept {
    const ip_address address = address_of(endpoint);
    std::optional<ip_address> v4 = extract(well_known_nat64_prefix, address);
    for (auto prefix = translators_.begin(); !v4 && prefix != translators_.end(); ++prefix)
      v4 = extract(*prefix, address);
    if (!v4) return std::nullopt;
    return tcp::endpoint(to_asio(*v4), endpoint.port());
  }

 private:
  std::vector<std::pair<ip_address, std::optional<ip_address>>> sources_;  // by destination
  std::vector<nat64_prefix> translators_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
