// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The endpoints of a host while its answers still come: answers in, the next endpoint to try out
// (RFC 8305, sections 3, 4 and 6). Late answers are sorted in with all that came before, and the
// families keep taking turns.
//
//     auto list = make_endpoint_list<tcp::endpoint>(family_of, sort);
//     list.add(address_family::v6, std::move(addresses));
//     while (std::optional<tcp::endpoint> e = list.next()) ...

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "../address/address_family.hpp"
#include "../core/result.hpp"

namespace eyeballs {

/// Keeps what was received, and which of it was started, for good. `family_of` tells the
/// `address_family` of an endpoint; `sort` takes a vector of all and returns it, best first, each
/// once (what it leaves out is not tried). Endpoints are compared with `<`.
///
/// An answer is to a query, for AAAA or A, which `asked` names: what is synthesised from an A
/// answer belongs to that answer although it is IPv6.
template <class Endpoint, class FamilyOf, class Sort> class endpoint_list {
 public:
  /// The first `first_family_count` endpoints (at least 1) are of the family that leads the list.
  endpoint_list(FamilyOf family_of, Sort sort, std::size_t first_family_count = 1)
      : first_family_count_(std::max<std::size_t>(1, first_family_count)),
        family_of_(std::move(family_of)),
        sort_(std::move(sort)) {}

  /// An answer, or more of one; with no endpoints, a negative one. What is known already is not
  /// tried again.
  void add(address_family asked, std::vector<Endpoint> endpoints) {
    answer& a = answers_[index(asked)];
    a.received = true;
    a.why.reset();
    for (Endpoint& e : endpoints) {
      const auto [known, is_new] = known_.try_emplace(e);
      known->second.asked = asked;
      if (is_new) {
        received_.push_back(std::move(e));
        changed_ = true;
      }
    }
  }

  /// The whole answer, in place of all that this query had answered: what was not started and is
  /// not in it is removed (a record that expired, a hint that was wrong).
  void replace(address_family asked, std::vector<Endpoint> endpoints) {
    const std::set<Endpoint> stay(endpoints.begin(), endpoints.end());
    forget([&](const Endpoint& e, const state& s) { return s.asked == asked && !stay.count(e); });
    add(asked, std::move(endpoints));
  }

  /// What was started is left alone, the rest is removed.
  void remove(const std::vector<Endpoint>& endpoints) {
    const std::set<Endpoint> go(endpoints.begin(), endpoints.end());
    forget([&](const Endpoint& e, const state&) { return go.count(e) > 0; });
  }

  /// The query failed; what is known stays.
  void fail(address_family asked, error why) { answers_[index(asked)] = {true, std::move(why)}; }

  /// The endpoint to try now, which is started with that: the best that was not, of the family that
  /// was not tried last as long as it has one. None if there is none at present.
  std::optional<Endpoint> next() {
    if (!has_next()) return std::nullopt;
    std::size_t lane =
        starts_ < first_family_count_ ? index(family_of_(sorted_.front())) : 1 - last_;
    if (waiting_[lane].empty()) lane = 1 - lane;
    const Endpoint& best = sorted_[waiting_[lane].back()];
    known_.try_emplace(best).first->second.started = true;
    waiting_[lane].pop_back();
    last_ = lane;
    ++starts_;
    return best;
  }

  /// Whether `next()` has one.
  bool has_next() {
    arrange();
    return !waiting_[0].empty() || !waiting_[1].empty();
  }

  /// Whether an endpoint of this family was received and not started.
  bool has_next(address_family family) {
    arrange();
    return !waiting_[index(family)].empty();
  }

  /// All, best first: those that were started, too.
  const std::vector<Endpoint>& sorted() {
    arrange();
    return sorted_;
  }

  /// Whether the query was answered, with addresses, without, or with an error.
  bool answered(address_family asked) const noexcept { return answers_[index(asked)].received; }

  /// Why the query failed; null if it did not, or not last.
  const error* error_of(address_family asked) const noexcept {
    const std::optional<error>& why = answers_[index(asked)].why;
    return why ? &*why : nullptr;
  }

 private:
  struct state {
    address_family asked{};  // by the query whose answer named it last
    bool started = false;
  };

  struct answer {
    bool received = false;
    std::optional<error> why;
  };

  static constexpr std::size_t index(address_family f) noexcept { return std::size_t(f); }

  template <class Gone> void forget(Gone gone) {
    const auto removed = std::erase_if(
        known_, [&](const auto& k) { return !k.second.started && gone(k.first, k.second); });
    if (removed == 0) return;
    std::erase_if(received_, [&](const Endpoint& e) { return known_.count(e) == 0; });
    changed_ = true;
  }

  void arrange() {
    if (!changed_) return;
    sorted_ = sort_(received_);
    waiting_ = {};
    for (std::size_t i = sorted_.size(); i-- > 0;) {
      const auto known = known_.find(sorted_[i]);
      if (known == known_.end() || !known->second.started)
        waiting_[index(family_of_(sorted_[i]))].push_back(i);
    }
    changed_ = false;
  }

  std::size_t first_family_count_;
  std::size_t starts_ = 0;
  std::size_t last_ = 0;                               // the lane of the last start
  std::map<Endpoint, state> known_;                    // in received_, or started
  std::vector<Endpoint> received_;                     // in the order received
  std::vector<Endpoint> sorted_;                       // received_ by sort_
  std::array<std::vector<std::size_t>, 2> waiting_{};  // not started, in sorted_, best last
  bool changed_ = false;                               // sorted_ is not of all that is in received_
  std::array<answer, 2> answers_{};
  FamilyOf family_of_;
  Sort sort_;
};

template <class Endpoint, class FamilyOf, class Sort>
endpoint_list<Endpoint, FamilyOf, Sort> make_endpoint_list(FamilyOf family_of, Sort sort,
                                                           std::size_t first_family_count = 1) {
  return {std::move(family_of), std::move(sort), first_family_count};
}

}  // namespace eyeballs
