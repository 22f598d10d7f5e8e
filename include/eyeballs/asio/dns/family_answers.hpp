// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Parts of an answer for both families.

#include <algorithm>
#include <string>
#include <utility>

#include "../../address/scope.hpp"
#include "../../core/result.hpp"
#include "../endpoint.hpp"
#include "../host/addrinfo.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether an address was found, and no error.
inline bool has_addresses(const result<addresses>& answer) noexcept {
  return answer && !answer->empty();
}

/// What an answer for both families tells one of them. An error is about that one.
inline result<addresses> part_of(address_family family, result<addresses> both) {
  if (!both) {
    const error& why = both.error();
    return error(why.code(), prefix_of(asked_of(family)) + why.about(), why.causes());
  }
  std::erase_if(*both, [family](const tcp::endpoint& e) { return family_of(e) != family; });
  return both;
}

/// Whether it has a link-local address without its scope: a source that knows the scope tells it only
/// to a question for both families.
inline bool lacks_scope(const result<addresses>& answer) noexcept {
  const auto has_none = [](const tcp::endpoint& e) {
    const ip_address address = address_of(e);
    return !address.is_v4() && address.scope_id() == 0 && scope_of(address) == link_local_scope &&
           !e.address().is_loopback();
  };
  return answer && std::any_of(answer->begin(), answer->end(), has_none);
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
