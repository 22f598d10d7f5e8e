// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the system is asked about a name, by threads.

#include <cstddef>
#include <string>
#include <utility>

#include "../host/addrinfo.hpp"
#include "../host/hosts_file.hpp"
#include "../host/read_file.hpp"
#include "../host/system_names.hpp"
#include "localhost.hpp"
#include "lookup.hpp"
#include "name_plan.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether the hosts file has the name: as it is, or as it is asked for. Not to know counts as yes.
inline bool hosts_file_may_have(const std::string& host) {
  const auto text = read_file_if_any(hosts_path());
  if (!text) return true;
  return !addresses_in_hosts(*text, without_dot(host)).empty() ||
         !addresses_in_hosts(*text, absolute(host)).empty();
}

/// How the name is to be asked for, as this machine is configured now. Blocks.
inline name_plan read_name_plan(const std::string& host) {
  name_facts f;
  f.host = host;
  f.sources = read_name_sources();
  f.resolver = read_resolver_configuration();
  f.own_name = own_name();
  f.is_in_hosts_file = hosts_file_may_have(host);
  f.is_machine = is_machine(std::string(without_dot(host)));
  f.mdns_is_widened = mdns_is_widened();
  return plan_for(f);
}

/// The questions about one host and service. `most` names of a context are asked about at a time.
template <class = void> class basic_name_questions {
 public:
  basic_name_questions(std::string host, std::string service, std::size_t most)
      : host_(std::move(host)), service_(std::move(service)), most_(most) {}

  /// Yields how the name is to be asked for.
  auto plan() const {
    question<name_plan> q(about(), about() + " plan",
                          [host = host_]() -> result<name_plan> { return read_name_plan(host); });
    q.takes = patience::files;
    return lookup_operation<name_plan>(std::move(q), most_);
  }

  /// Yields the endpoints of a host that is localhost or below it.
  auto localhost() const {
    question<addresses> q(about(), about() + " localhost", [host = host_, service = service_] {
      return read_endpoints_of_localhost(host, service);
    });
    q.takes = patience::files;
    return lookup_operation<addresses>(std::move(q), most_);
  }

  /// Yields the endpoints of one family, of the absolute name. The question for A comes just after
  /// that for AAAA.
  auto split(address_family family) const {
    const asked_family asked = asked_of(family);
    question<addresses> q = which_addresses(host_, service_, asked);
    q.ask = [host = host_, service = service_, asked] {
      auto answer = get_addresses(absolute(host), service, asked);
      if (answer) return answer;
      return result<addresses>(
          error(answer.error().code(), prefix_of(asked) + host + ' ' + service));
    };
    return lookup_operation<addresses>(std::move(q), most_);
  }

  /// Yields the endpoints of both families, of the name as it was written.
  auto whole() const { return look_up(host_, service_, asked_family::both, most_); }

 private:
  std::string about() const { return host_ + ' ' + service_; }

  std::string host_;
  std::string service_;
  std::size_t most_;
};

using name_questions = basic_name_questions<>;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
