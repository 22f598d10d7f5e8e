// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Why an address may not be tried: it means no other host, the application does not let it pass, or
// no socket can be bound for it.

#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "../../by_name/query_subject.hpp"
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "../error.hpp"
#include "../host/paths.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Where a list of endpoints comes from.
enum class finder : unsigned char {
  a_query,  ///< Somebody has answered.
  caller,   ///< The caller has given the address itself.
};

/// The family that the local addresses of the options restrict a connect to, if they do.
inline std::optional<address_family> only_family(const connect_options& options) noexcept {
  if (options.local_v6 && !options.local_v4) return address_family::v6;
  if (options.local_v4 && !options.local_v6) return address_family::v4;
  return std::nullopt;
}

/// Why an endpoint is left out: "192.0.2.1:80, a reason".
inline error omission(std::error_code code, const tcp::endpoint& endpoint, const char* reason,
                      std::vector<error> causes = {}) {
  omission_subject<tcp::endpoint> subject{endpoint, to_string(endpoint) + ", " + reason};
  return error(code, std::move(subject), std::move(causes));
}

/// What the filter says against `asked`, in whose place or as which `endpoint` was found.
inline std::optional<error> refusal(address_filter& filter, const tcp::endpoint& endpoint,
                                    const tcp::endpoint& asked) {
  const char* const reason = "which the application does not admit";
  try {
    const error_code code = filter.admit(asked);
    if (code) return omission(from_asio(code), endpoint, reason);
  } catch (...) {
    const error thrown = error::current();
    return omission(from_asio(error_code(thrown.code())), endpoint, reason, {thrown});
  }
  return std::nullopt;
}

/// Why `endpoint` is not admitted; `std::nullopt` if it is. The filter of the options is asked.
inline std::optional<error> objection_to(const tcp::endpoint& endpoint, finder by,
                                         const connect_options& options, const paths& known) {
  if (endpoint.address().is_unspecified() && by == finder::a_query)
    return omission(std::make_error_code(std::errc::address_not_available), endpoint,
                    "which is no address of a host");
  if (!options.admit) return std::nullopt;

  std::optional<error> why = refusal(*options.admit, endpoint, endpoint);
  const std::optional<tcp::endpoint> v4 = known.translated(endpoint);
  if (!why && v4) why = refusal(*options.admit, endpoint, *v4);
  return why;
}

/// Whether no socket may be bound for the endpoint: the local addresses are of the other family.
inline bool lacks_local_address(const tcp::endpoint& endpoint,
                                const connect_options& options) noexcept {
  const std::optional<address_family> only = only_family(options);
  return only && family_of(endpoint) != *only;
}

inline error no_local_address(const tcp::endpoint& endpoint) {
  return omission(std::make_error_code(std::errc::address_family_not_supported), endpoint,
                  "whose family has no local address");
}

/// Whether it may stand for an address of IPv4.
inline bool may_be_translated(const tcp::endpoint& endpoint) noexcept {
  return family_of(endpoint) == address_family::v6 && !endpoint.address().is_loopback();
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
