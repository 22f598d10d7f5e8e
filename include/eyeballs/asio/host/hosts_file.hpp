// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What a hosts file says of a name (hosts(5)).
//
//     addresses_in_hosts("192.0.2.1 www.example.com www\n", "www")  // {"192.0.2.1"}

#include <string_view>
#include <vector>

#include "fields.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The first fields of all lines that have the name, in any case, as the canonical one or as an
/// alias. They view into `text`, and are what should be addresses: a line that the system does not
/// understand names its hosts, too.
inline std::vector<std::string_view> addresses_in_hosts(std::string_view text,
                                                        std::string_view name) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    std::string_view line = take_line(text);
    const std::string_view address = take_field(line);
    for (;;) {
      const std::string_view field = take_field(line);
      if (field.empty()) break;
      if (!same_letters(field, name)) continue;
      found.push_back(address);
      break;
    }
  }
  return found;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
