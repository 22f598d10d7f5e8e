// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Translates the answers of a resolver, on a network that has IPv6 only (RFC 8305, section 7).

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "../../by_name/resolver.hpp"
#include "../../core/as_result.hpp"
#include "../endpoint.hpp"
#include "admission.hpp"
#include "nat64.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Answers on a network with IPv6 only. IPv4 endpoints become the IPv6 endpoints under which the
/// network's translators reach them, with each prefix (RFC 8305, sections 7.1 and 7.2; HEv3,
/// section 8). An IPv4 endpoint that has a route stays as it is; one that no translator may
/// translate is left out. As A is always asked for, section 7.2's wait for a last resort is not
/// needed.
template <class = void> class basic_nat64_resolver final : public resolver<tcp::endpoint> {
 public:
  /// `names` answers the queries; `dns` knows ipv4only.arpa. They and the admission outlive it.
  basic_nat64_resolver(resolver<tcp::endpoint>& names, resolver<tcp::endpoint>& dns, admission& a)
      : names_(names), dns_(dns), admission_(a), paths_(a.known_paths()) {}

  task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service,
                                           address_family family) override {
    auto query = names_.resolve(std::move(host), std::move(service), family);
    auto found = co_await as_result(std::move(query));
    if (!found) co_return std::move(found);

    if (admission_.depends_on_translators(*found)) co_await find_translators();
    auto admitting = admission_.admitted(*std::move(found));
    auto admitted = co_await std::move(admitting);

    // Neither 127.0.0.1 nor what the local network has may wait for a DNS that is silent.
    if (needs_translator(admitted)) co_await find_translators();
    auto reaching = admission_.reachable(translate(std::move(admitted)));
    co_return co_await std::move(reaching);
  }

 private:
  /// Looks for them, unless somebody has.
  task<> find_translators() {
    if (have_looked_) co_return;
    auto found = co_await discover_nat64(dns_);
    paths_.set_translators(std::move(found));
    have_looked_ = true;
  }

  /// Whether it is reached as it is.
  bool has_route(const tcp::endpoint& e) {
    return family_of(e) == address_family::v6 || paths_.source_of(address_of(e)).has_value();
  }

  /// Whether any of the endpoints can be reached by a translator alone.
  bool needs_translator(const std::vector<tcp::endpoint>& admitted) {
    return std::any_of(admitted.begin(), admitted.end(), [this](const tcp::endpoint& e) {
      return synthesizable(address_of(e)) && !has_route(e);
    });
  }

  /// Where the endpoints are reached: as they are, or by the translators.
  std::vector<tcp::endpoint> translate(std::vector<tcp::endpoint> admitted) {
    if (paths_.translators().empty()) return admitted;
    std::vector<tcp::endpoint> reached;
    for (const tcp::endpoint& e : admitted) {
      if (has_route(e)) {
        reached.push_back(e);
        continue;
      }
      const auto translated = synthesize(paths_.translators(), {e});
      reached.insert(reached.end(), translated.begin(), translated.end());
      if (translated.empty())
        admission_.leave_out(e, std::errc::network_unreachable,
                             "which has no route, and is not for NAT64");
    }
    return reached;
  }

  resolver<tcp::endpoint>& names_;
  resolver<tcp::endpoint>& dns_;
  admission& admission_;
  paths& paths_;
  bool have_looked_ = false;
};

using nat64_resolver = basic_nat64_resolver<>;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
