// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// From what was found to what may be tried:
//
//   found      each address once, in one form, and no more of them than one host may have
//   admitted   ... that means some other host, and that the application lets pass
//   reachable  ... that sockets can be bound for; IPv4 was translated before, where NAT64 does that
//
// What falls out on the way is told. Between slices of the work other work gets in.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "../../by_name/connect_report.hpp"
#include "../../by_name/resolver.hpp"
#include "../../core/as_result.hpp"
#include "../../core/sleep.hpp"
#include "../../core/this_task.hpp"
#include "../connect_options.hpp"
#include "../endpoint.hpp"
#include "../host/paths.hpp"
#include "../use_task.hpp"
#include "objection.hpp"

#include EYEBALLS_ASIO_HEADER(post.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Resumes when other handlers of the executor have had their turn. (A `sleep` that is due at once
/// ends within the handler that is running.) In a tree that is not on Asio it is such a `sleep`.
template <class = void> task<> let_other_work_in() {
  const environment here = co_await current_environment();
  asio_scheduler* const scheduler = asio_scheduler_of(here);
  if (scheduler) co_await asio::post(scheduler->executor(), use_task);
  else co_await sleep(duration::zero());
}

/// What one connect lets pass. What it is constructed with outlives it.
class admission {
 public:
  admission(finder by, const connect_options& options, paths& known,
            connect_report<tcp::endpoint>& report)
      : by_(by), options_(options), paths_(known), report_(report) {}

  admission(const admission&) = delete;

  paths& known_paths() noexcept { return paths_; }

  /// Whether a filter has to know which translators there are, to judge what was found.
  bool depends_on_translators(const std::vector<tcp::endpoint>& found) const noexcept {
    return options_.admit && std::any_of(found.begin(), found.end(), may_be_translated);
  }

  /// Whether so many are judged without a pause.
  static bool takes_no_time(const std::vector<tcp::endpoint>& found) noexcept {
    return found.size() <= slice;
  }

  /// Those that are admitted and reachable, in their order; of an answer that takes no time.
  std::vector<tcp::endpoint> judge(std::vector<tcp::endpoint> found) {
    if (found.empty()) return found;
    found = each_once(std::move(found));
    std::erase_if(found, [this](const tcp::endpoint& e) { return !admits(e); });
    std::erase_if(found, [this](const tcp::endpoint& e) {
      const bool lacks = lacks_local_address(e, options_);
      if (lacks) leave_out(e, no_local_address(e));
      return lacks;
    });
    return found;
  }

  /// Yields those that are admitted, in their order.
  template <class = void>
  task<std::vector<tcp::endpoint>> admitted(std::vector<tcp::endpoint> found) {
    const std::vector<tcp::endpoint> once = each_once(std::move(found));
    std::vector<tcp::endpoint> passed;
    for (std::size_t i = 0; i < once.size(); ++i) {
      if (ends_slice(i)) co_await let_other_work_in();
      if (once.size() > slice) paths_.source_of(address_of(once[i]));
      if (admits(once[i])) passed.push_back(once[i]);
    }
    co_return passed;
  }

  /// Yields those that sockets can be bound for, in their order. Their source addresses are known
  /// then, if there are too many to ask for them when they are sorted.
  template <class = void>
  task<std::vector<tcp::endpoint>> reachable(std::vector<tcp::endpoint> admitted) {
    const std::size_t count = std::min(most(), admitted.size());
    report_.beyond_the_limit += admitted.size() - count;
    std::vector<tcp::endpoint> passed;
    for (std::size_t i = 0; i < count; ++i) {
      if (ends_slice(i)) co_await let_other_work_in();
      if (count > slice) paths_.source_of(address_of(admitted[i]));
      if (lacks_local_address(admitted[i], options_))
        leave_out(admitted[i], no_local_address(admitted[i]));
      else passed.push_back(admitted[i]);
    }
    co_return passed;
  }

  void leave_out(const tcp::endpoint& endpoint, std::errc code, const char* reason) {
    leave_out(endpoint, omission(std::make_error_code(code), endpoint, reason));
  }

  /// Whether it is the only family that sockets can be bound for.
  bool restricts_to(address_family f) const noexcept { return only_family(options_) == f; }

 private:
  struct verdict {
    tcp::endpoint on;
    bool passes;
  };

  /// How many endpoints one answer may have.
  std::size_t most() const noexcept { return options_.max_addresses; }

  /// So many endpoints take well under a millisecond.
  static constexpr std::size_t slice = 64;

  static bool ends_slice(std::size_t i) noexcept { return i > 0 && i % slice == 0; }

  /// Those of the answer that count: without duplicates and mapped addresses, the first `most()`.
  std::vector<tcp::endpoint> each_once(std::vector<tcp::endpoint> found) {
    std::vector<tcp::endpoint> seen;  // in order
    seen.reserve(std::min(found.size(), most()));
    auto kept = found.begin();
    for (const tcp::endpoint& e : found) {
      const tcp::endpoint plain = without_mapping(e);
      const auto at = std::lower_bound(seen.begin(), seen.end(), plain);
      if (at != seen.end() && *at == plain) continue;
      if (seen.size() == most()) {
        ++report_.beyond_the_limit;
      } else {
        seen.insert(at, plain);
        *kept++ = plain;
      }
    }
    found.erase(kept, found.end());
    return found;
  }

  /// Each endpoint is judged once, however many answers name it.
  bool admits(const tcp::endpoint& endpoint) {
    const auto judged =
        std::lower_bound(verdicts_.begin(), verdicts_.end(), endpoint,
                         [](const verdict& v, const tcp::endpoint& e) { return v.on < e; });
    if (judged != verdicts_.end() && judged->on == endpoint) return judged->passes;

    std::optional<error> why = objection_to(endpoint, by_, options_, paths_);
    const bool passes = !why;
    if (options_.admit || !passes) verdicts_.insert(judged, {endpoint, passes});
    if (why) leave_out(endpoint, *std::move(why));
    return passes;
  }

  void leave_out(const tcp::endpoint& endpoint, error why) {
    report_.leave_out(endpoint, std::move(why));
  }

  finder by_;
  const connect_options& options_;
  paths& paths_;
  connect_report<tcp::endpoint>& report_;
  std::vector<verdict> verdicts_;  // ordered by the endpoint
};

/// Answers with what may be tried. `names` and the admission outlive it.
template <class = void> class basic_admitting_resolver final : public resolver<tcp::endpoint> {
 public:
  basic_admitting_resolver(resolver<tcp::endpoint>& names, admission& a)
      : names_(names), admission_(a) {}

  task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service,
                                           address_family family) override {
    auto query = names_.resolve(std::move(host), std::move(service), family);
    auto found = co_await as_result(std::move(query));
    if (!found) co_return std::move(found);
    if (admission::takes_no_time(*found)) co_return admission_.judge(*std::move(found));

    auto admitting = admission_.admitted(*std::move(found));
    auto admitted = co_await std::move(admitting);
    auto reaching = admission_.reachable(std::move(admitted));
    co_return co_await std::move(reaching);
  }

 private:
  resolver<tcp::endpoint>& names_;
  admission& admission_;
};

using admitting_resolver = basic_admitting_resolver<>;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
