// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The endpoints of a host while its answers still come: answers in, the next endpoint to try out
// (RFC 8305, sections 3, 4 and 6). Late answers are sorted in with all that came before, and the
// families keep taking turns.
//
//     endpoint_list<tcp::endpoint, my_family_of, my_sort> list(family_of, sort);
//     list.add(address_family::v6, std::move(addresses));
//     while (std::optional<tcp::endpoint> e = list.next()) ...

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "../address/address_family.hpp"
#include "../core/result.hpp"
#include "endpoint_limit.hpp"
#include "received_endpoints.hpp"

namespace eyeballs {

/// Keeps for good what was received, and which of it was started.
///
/// * `Endpoint`: compared with `<`.
/// * `FamilyOf`: tells the `address_family` of an endpoint.
/// * `Sort`: takes a vector of all endpoints and returns it, best first, each once. What it leaves
///   out is not tried, and it adds nothing.
///
/// An answer is to a query, for AAAA or A, which `asked` names. An IPv6 endpoint that is
/// synthesised from an A answer belongs to that answer.
template <class Endpoint, class FamilyOf, class Sort> class endpoint_list {
 public:
  /// * `first_family_count`: with how many endpoints of the family that leads the list it begins; 0
  ///   is taken as 1.
  /// * `most`: how many endpoints may be tried: of the answers to each query the first ones, half of
  ///   them while both have more; 0 is taken as 1.
  endpoint_list(FamilyOf family_of, Sort sort, std::size_t first_family_count = 1,
                std::size_t most = std::numeric_limits<std::size_t>::max())
      : first_family_count_(std::max<std::size_t>(1, first_family_count)),
        limit_(most),
        family_of_(std::move(family_of)),
        sort_(std::move(sort)) {}

  /// An answer, or a further part of one, came. Without endpoints it is a negative one. An endpoint
  /// that is known already is not tried again.
  void add(address_family asked, std::vector<Endpoint> endpoints) {
    answer& a = answers_[index(asked)];
    a.received = true;
    a.why.reset();
    std::size_t room = limit_.most() - std::min(limit_.most(), known_.count_of(asked).all);
    known_.make_room(std::min(room, endpoints.size()));
    for (Endpoint& e : endpoints) {
      if (entry* const known = known_.find(e)) {
        known->asked = asked;
      } else if (room == 0) {
        ++beyond_;
      } else {
        known_.add(std::move(e), asked);
        changed_ = true;
        --room;
      }
    }
  }

  /// The whole answer came, in place of all that this query had answered. Whatever was not started
  /// and is not in it is removed: a record that expired, a hint that was wrong.
  void replace(address_family asked, std::vector<Endpoint> endpoints) {
    std::vector<Endpoint> stay = endpoints;
    std::sort(stay.begin(), stay.end());
    forget([&](const entry& k) {
      return k.asked == asked && !std::binary_search(stay.begin(), stay.end(), k.endpoint);
    });
    add(asked, std::move(endpoints));
  }

  /// Removes those of them that were not started.
  void remove(const std::vector<Endpoint>& endpoints) {
    std::vector<Endpoint> go = endpoints;
    std::sort(go.begin(), go.end());
    forget([&](const entry& k) { return std::binary_search(go.begin(), go.end(), k.endpoint); });
  }

  /// The query failed. What is known stays.
  void fail(address_family asked, error why) { answers_[index(asked)] = {true, std::move(why)}; }

  /// Takes the endpoint to try now, which counts as started from then on: the best that was not
  /// started. It is of the family that was not tried last, as long as that has one. There is none
  /// if all that is known was started.
  std::optional<Endpoint> next() {
    if (!has_next()) return std::nullopt;

    const std::size_t turn = lane_of_next();
    const Endpoint& best = sorted_[next_[turn]++];
    mark_as_started(best);
    last_ = turn;
    ++starts_;
    return best;
  }

  /// Whether `next()` has an endpoint.
  bool has_next() {
    arrange();
    return waits(0) || waits(1);
  }

  /// Whether an endpoint of this family was received and not started.
  bool has_next(address_family family) {
    arrange();
    return waits(index(family));
  }

  /// How many endpoints were received that may not be tried, since there are too many.
  std::size_t beyond_the_limit() const {
    if (known_.size() <= limit_.most()) return beyond_;
    return beyond_ + (known_.size() - within_the_limit().size());
  }

  /// All endpoints that may be tried, best first, whether they were started or not.
  const std::vector<Endpoint>& sorted() {
    arrange();
    return sorted_;
  }

  /// Whether the query was answered: with endpoints, without any, or with an error.
  bool answered(address_family asked) const noexcept { return answers_[index(asked)].received; }

  /// Why the query failed. Null, if it did not fail, or was answered since then.
  const error* error_of(address_family asked) const noexcept {
    const std::optional<error>& why = answers_[index(asked)].why;
    return why ? &*why : nullptr;
  }

 private:
  using entry = typename detail::received_endpoints<Endpoint>::entry;

  struct answer {
    bool received = false;
    std::optional<error> why;
  };

  /// A family's place in an array: its lane.
  static constexpr std::size_t index(address_family f) noexcept { return std::size_t(f); }

  bool was_started(const Endpoint& e) {
    const entry* const known = known_.find(e);
    return known && known->started;
  }

  void mark_as_started(const Endpoint& e) {
    if (entry* const known = known_.find(e)) known->started = true;
  }

  /// Whether the lane has a next endpoint: then `next_` is its place.
  bool waits(std::size_t lane) {
    std::size_t& next = next_[lane];
    const auto is_next = [&](const Endpoint& e) {
      return index(family_of_(e)) == lane && !was_started(e);
    };
    while (next < sorted_.size() && !is_next(sorted_[next])) ++next;
    return next < sorted_.size();
  }

  /// Whose turn it is. Only if there is a next endpoint.
  std::size_t lane_of_next() {
    const bool leads = starts_ < first_family_count_;
    const std::size_t turn = leads ? index(family_of_(sorted_.front())) : 1 - last_;
    return waits(turn) ? turn : 1 - turn;
  }

  template <class Gone> void forget(Gone gone) {
    const auto may_go = [&](const entry& k) { return !k.started && gone(k); };
    if (known_.erase_if(may_go) > 0) changed_ = true;
  }

  /// Those that were started, and of the others the first ones that have room.
  std::vector<Endpoint> within_the_limit() const {
    const std::array counts{known_.count_of(address_family(0)), known_.count_of(address_family(1))};
    const bool all_have_room = known_.size() <= limit_.most();
    std::array<std::size_t, 2> room{};
    for (std::size_t i = 0; i < 2; ++i)
      room[i] =
          all_have_room ? known_.size() : limit_.room(address_family(i), counts[i], counts[1 - i]);

    std::vector<Endpoint> within;
    within.reserve(std::min(known_.size(), limit_.most()));
    for (const entry& k : known_) {
      std::size_t& left = room[index(k.asked)];
      if (!k.started && left == 0) continue;
      if (!k.started) --left;
      within.push_back(k.endpoint);
    }
    return within;
  }

  /// Sorts, if something has changed since the last time.
  void arrange() {
    if (!changed_) return;
    sorted_ = sort_(within_the_limit());
    next_ = {};
    changed_ = false;
  }

  std::size_t first_family_count_;
  detail::endpoint_limit limit_;
  std::size_t beyond_ = 0;  // so many were received, and not even kept
  std::size_t starts_ = 0;
  std::size_t last_ = 0;  // the lane of the last start
  detail::received_endpoints<Endpoint> known_;
  std::vector<Endpoint> sorted_;       // known_ by sort_, within the limit
  std::array<std::size_t, 2> next_{};  // in sorted_, of each lane: all before it was started
  bool changed_ = false;               // sorted_ is older than known_
  std::array<answer, 2> answers_{};
  FamilyOf family_of_;
  Sort sort_;
};

}  // namespace eyeballs
