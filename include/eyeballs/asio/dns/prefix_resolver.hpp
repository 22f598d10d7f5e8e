// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Knows the prefixes of NAT64.

#include <string>
#include <utility>
#include <vector>

#include "../../by_name/resolver.hpp"
#include "../../core/as_result.hpp"
#include "../endpoint.hpp"
#include "asked_once.hpp"
#include "name_plan.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Asks for the translators' prefixes once: its queries are all the same. The system is asked for the
/// absolute name, which no search completes.
template <class = void> class basic_prefix_resolver final : public resolver<tcp::endpoint> {
 public:
  /// `users` is null for the system's.
  basic_prefix_resolver(resolver<tcp::endpoint>* users, resolver<tcp::endpoint>& system) noexcept
      : users_(users), system_(system) {}

  task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service,
                                           address_family family) override {
    auto query = users_ ? users_->resolve(std::move(host), std::move(service), family)
                        : system_.resolve(absolute(host), std::move(service), family);
    co_return co_await as_result(prefixes_.answer(std::move(query)));
  }

 private:
  resolver<tcp::endpoint>* users_;
  resolver<tcp::endpoint>& system_;
  asked_once<std::vector<tcp::endpoint>> prefixes_;
};

using prefix_resolver = basic_prefix_resolver<>;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
