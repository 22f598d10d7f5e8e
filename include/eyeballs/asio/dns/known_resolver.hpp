// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Answers the queries of a connect whose endpoints are known already.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "../../by_name/resolver.hpp"
#include "../endpoint.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

template <class = void> class basic_known_resolver final : public resolver<tcp::endpoint> {
 public:
  explicit basic_known_resolver(std::vector<tcp::endpoint> known) : known_(std::move(known)) {}

  bool has(address_family family) const noexcept {
    return std::any_of(known_.begin(), known_.end(),
                       [family](const tcp::endpoint& e) { return family_of(e) == family; });
  }

  /// Yields those of the family, at once.
  task<std::vector<tcp::endpoint>> resolve(std::string, std::string,
                                           address_family family) override {
    std::vector<tcp::endpoint> found;
    for (const tcp::endpoint& e : known_)
      if (family_of(e) == family) found.push_back(e);
    co_return found;
  }

 private:
  std::vector<tcp::endpoint> known_;
};

using known_resolver = basic_known_resolver<>;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
