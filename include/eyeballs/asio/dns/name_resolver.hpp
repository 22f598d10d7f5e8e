// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Answers the queries of one connect to a name.
//
//   the name                     a query is answered by
//   ---------------------------  ------------------------------------------------
//   localhost, or below it       the hosts file, or the loopback
//   one source has it, if any    the DNS, asked for that family
//   any other                    the system, asked once for both families
//
// A family without connectivity is not asked of the DNS at first, but only if the other one has no
// address. What needs no DNS is used whatever its family.

#include <array>
#include <cstddef>
#include <string>
#include <system_error>
#include <utility>

#include "../../by_name/query_subject.hpp"
#include "../../by_name/resolver.hpp"
#include "../../core/as_result.hpp"
#include "../../core/dataflow_variable.hpp"
#include "../../core/this_task.hpp"
#include "../host/connectivity.hpp"
#include "asked_once.hpp"
#include "family_answers.hpp"
#include "name_questions.hpp"
#include "nat64_resolver.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// It outlives its queries, which are those of one host and service.
template <class = void> class basic_name_resolver final : public resolver<tcp::endpoint> {
 public:
  /// * `users`: who is asked for names; null for the system.
  /// * `prefixes`: knows ipv4only.arpa.
  basic_name_resolver(resolver<tcp::endpoint>* users, resolver<tcp::endpoint>& prefixes,
                      const connectivity& here) noexcept
      : users_(users), prefixes_(prefixes), here_(here) {}

  task<addresses> resolve(std::string host, std::string service, address_family family) override {
    if (is_localhost(host)) return by_hosts_file(std::move(host), std::move(service), family);
    if (!users_) return by_system(std::move(host), std::move(service), family);
    if (spares_any()) return by_users(std::move(host), std::move(service), family);
    return users_->resolve(std::move(host), std::move(service), family);
  }

 private:
  using has_found = dataflow_variable<bool>;

  /// However a query ends, nobody waits for it any more.
  class settles_at_end {
   public:
    explicit settles_at_end(has_found& f) noexcept : found_(f) {}

    settles_at_end(const settles_at_end&) = delete;

    ~settles_at_end() { found_.set(false); }

   private:
    has_found& found_;
  };

  /// Answers for localhost.
  task<addresses> by_hosts_file(std::string host, std::string service, address_family family) {
    const name_questions system(host, service, most_names);
    auto answer = co_await as_result(localhost_.answer(system.localhost()));
    const bool has_no_threads =
        !answer && answer.error().code() == std::errc::operation_not_supported;
    if (has_no_threads) answer = loopback_endpoints(service);
    co_return part_of(family, std::move(answer));
  }

  /// Whether there is a family that is not always asked for.
  bool spares_any() const noexcept {
    return !here_.asks_for(address_family::v6) || !here_.asks_for(address_family::v4);
  }

  /// The user's resolver is asked for each family apart, unless that is spared.
  task<addresses> by_users(std::string host, std::string service, address_family family) {
    const settles_at_end guard(found_[index(family)]);
    const bool spared = co_await is_spared(family);
    if (spared) co_return fail(not_made());
    auto query = users_->resolve(std::move(host), std::move(service), family);
    auto answer = co_await as_result(std::move(query));
    found_[index(family)].set(has_addresses(answer));
    co_return answer;
  }

  /// The system is asked as the plan says.
  task<addresses> by_system(std::string host, std::string service, address_family family) {
    const settles_at_end guard(found_[index(family)]);
    const name_questions system(host, service, most_names);
    auto plan = co_await as_result(plan_of(system, family));
    if (!plan) co_return fail(std::move(plan).error());
    if (plan->how == name_question::whole) {
      auto answer = co_await as_result(whole_.answer(system.whole()));
      co_return part_of(family, std::move(answer));
    }

    const bool spared = co_await is_spared(family);
    if (spared) co_return fail(not_made());
    auto answer = co_await as_result(by_dns(system, family));
    found_[index(family)].set(has_addresses(answer));
    if (has_addresses(answer) || !plan->then_whole) co_return answer;

    const bool other_has_found = co_await found_[index(other(family))];
    if (other_has_found) co_return answer;
    auto whole = co_await as_result(whole_.answer(system.whole()));
    co_return part_of(family, std::move(whole));
  }

  static error not_made() {
    query_not_made subject{
        "the host has no connectivity of the family, and an address of the other"};
    return error(make_error_code(errc::no_endpoints), std::move(subject));
  }

  static constexpr std::size_t index(address_family f) noexcept { return std::size_t(f); }

  /// Whether the DNS need not be asked for the family: the host has no connectivity of it, and the
  /// other family has an address. A is asked for in any case where a translator may reach it.
  task<bool> is_spared(address_family family) {
    if (here_.asks_for(family)) co_return false;
    if (family == address_family::v4 && here_.v6_only()) {
      const auto translators = co_await discover_nat64(prefixes_);
      if (!translators.empty()) co_return false;
    }
    const bool other_has_found = co_await found_[index(other(family))];
    co_return other_has_found;
  }

  /// Both queries wait for it; then that for AAAA goes first.
  task<name_plan> plan_of(const name_questions& system, address_family family) {
    auto plan = co_await as_result(plan_.answer(system.plan()));
    if (family == address_family::v4) co_await yield_turn();
    co_return plan;
  }

  /// One family, by a split question, unless that could not tell all.
  task<addresses> by_dns(const name_questions& system, address_family family) {
    auto answer = co_await as_result(system.split(family));
    if (!lacks_scope(answer)) co_return answer;
    auto whole = co_await as_result(whole_.answer(system.whole()));
    co_return part_of(family, std::move(whole));
  }

  resolver<tcp::endpoint>* users_;
  resolver<tcp::endpoint>& prefixes_;
  connectivity here_;
  asked_once<name_plan> plan_;
  asked_once<addresses> localhost_;
  asked_once<addresses> whole_;
  std::array<has_found, 2> found_;  // whether the DNS has told an address of the family
};

using name_resolver = basic_name_resolver<>;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
