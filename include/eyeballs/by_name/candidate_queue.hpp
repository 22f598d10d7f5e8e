// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Which endpoint may be tried now, while the answers to the queries still come (RFC 8305,
// section 3).
//
//     candidate_queue<tcp::endpoint, FamilyOf, Sort> found(values, family_of, sort);
//     found.add(address_family::v4, addresses, now);
//     if (found.due() <= now) try_it(found.next());      // or at found.due(), or at a change

#include <utility>
#include <vector>

#include "configurable_values.hpp"
#include "endpoint_list.hpp"

namespace eyeballs::detail {

/// An endpoint list that is held back as long as the preferred family's answer is waited for.
/// `FamilyOf` and `Sort` are those of `endpoint_list`.
template <class Endpoint, class FamilyOf, class Sort> class candidate_queue {
 public:
  using endpoint = Endpoint;

  candidate_queue(const configurable_values& values, FamilyOf family_of, Sort sort)
      : values_(values),
        list_(std::move(family_of), std::move(sort), values.first_family_count,
              values.max_addresses) {}

  /// Whether the query for the family is made.
  bool asks(address_family f) const noexcept {
    return f == address_family::v6 ? values_.ask_v6 : values_.ask_v4;
  }

  /// The family whose answer is waited for. If one family only is asked for, it is that one.
  address_family preferred_family() const noexcept {
    if (asks(values_.preferred_family)) return values_.preferred_family;
    return other(values_.preferred_family);
  }

  /// An answer came, at `now`. Without endpoints it is a negative one. The first endpoints of the
  /// family that is not preferred start the Resolution Delay.
  void add(address_family asked, std::vector<Endpoint> endpoints, time_point now) {
    const bool delay_has_started = resolution_over_ != time_point::max();
    if (!delay_has_started && !endpoints.empty() && asked != preferred_family())
      resolution_over_ = deadline(now, values_.resolution_delay);
    list_.add(asked, std::move(endpoints));
  }

  /// A query failed, which is a negative answer.
  void fail(address_family asked, error why) { list_.fail(asked, std::move(why)); }

  /// The time from which on the next endpoint may be tried, as things are. If there is none it is
  /// `time_point::max()`. If there is one, it is at once when the preferred family was answered,
  /// and at the end of the Resolution Delay otherwise.
  time_point due() {
    if (!list_.has_next()) return time_point::max();
    return list_.answered(preferred_family()) ? time_point::min() : resolution_over_;
  }

  /// Whether there is no endpoint left, and none can come: all queries were answered.
  bool exhausted() {
    for (const address_family f : {address_family::v6, address_family::v4})
      if (asks(f) && !list_.answered(f)) return false;
    return !list_.has_next();
  }

  /// Takes the next endpoint, which counts as started from then on. Only when it is due.
  Endpoint next() { return *list_.next(); }

  /// All that is known. Endpoints may be removed from it.
  endpoint_list<Endpoint, FamilyOf, Sort>& list() noexcept { return list_; }

 private:
  configurable_values values_;
  endpoint_list<Endpoint, FamilyOf, Sort> list_;
  time_point resolution_over_ = time_point::max();
};

}  // namespace eyeballs::detail
