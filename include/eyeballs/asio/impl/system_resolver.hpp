// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How the system's getaddrinfo is asked.

#include <string>
#include <utility>
#include <vector>

#include "../../core/as_result.hpp"
#include "../../core/this_task.hpp"
#include "../dns/family_answers.hpp"
#include "../dns/name_questions.hpp"
#include "../dns/system_resolver.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether the system would say nothing else of the family if it were asked for both: it would
/// neither go on to its search list, nor tell a scope.
template <class = void>
task<bool> answers_whole(const name_plan& plan, const name_questions& system, address_family family,
                         const result<addresses>& answer) {
  if (has_addresses(answer) || !plan.then_whole) co_return !lacks_scope(answer);
  const auto others = co_await as_result(system.split(other(family)));
  co_return has_addresses(others);
}

template <class Void>
task<std::vector<tcp::endpoint>> basic_system_resolver<Void>::resolve(std::string host,
                                                                      std::string service,
                                                                      address_family family) {
  const name_questions system(std::move(host), std::move(service), most_names_);
  const auto plan = co_await as_result(system.plan());
  if (!plan) co_return fail(plan.error());
  if (plan->how == name_question::split) {
    auto answer = co_await as_result(system.split(family));
    const bool is_whole = co_await answers_whole(*plan, system, family, answer);
    if (is_whole) co_return answer;
  }
  auto whole = co_await as_result(system.whole());
  co_return part_of(family, std::move(whole));
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

template <class> task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service) {
  co_return co_await as_result(detail::look_up(host, service, detail::asked_family::both));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
