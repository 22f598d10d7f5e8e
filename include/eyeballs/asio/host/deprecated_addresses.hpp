// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Which addresses of the host are deprecated: RFC 6724, section 6, avoids them as sources (rule 3).
//
//     mark_deprecated(sources);

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <optional>
#include <vector>

#include "../../address/destination_order.hpp"
#include "../../address/ip_address.hpp"
#include "../../address/scope.hpp"
#include "../config.hpp"
#include "source_address.hpp"

#ifdef __linux__
#include <linux/if_addr.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#endif

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

#ifdef __linux__

/// An address in a message of the kernel's, if it is deprecated. One that may yet turn out to be a
/// duplicate counts as deprecated (RFC 4429, section 3.2).
inline std::optional<ip_address> deprecated_address_in(const nlmsghdr& message) noexcept {
  const auto* const about = static_cast<const ifaddrmsg*>(NLMSG_DATA(&message));
  if ((about->ifa_flags & (IFA_F_DEPRECATED | IFA_F_OPTIMISTIC)) == 0) return std::nullopt;

  const rtattr* own = nullptr;
  auto left = IFA_PAYLOAD(&message);
  for (const rtattr* a = IFA_RTA(about); RTA_OK(a, left); a = RTA_NEXT(a, left)) {
    // Of a point-to-point link IFA_ADDRESS is the other end's, and IFA_LOCAL our own.
    if (a->rta_type == IFA_LOCAL || (a->rta_type == IFA_ADDRESS && !own)) own = a;
  }
  if (!own) return std::nullopt;

  if (about->ifa_family == AF_INET && RTA_PAYLOAD(own) == 4) {
    ip_address::v4_bytes v4;
    std::memcpy(v4.data(), RTA_DATA(own), v4.size());
    return ip_address(v4);
  }
  if (about->ifa_family == AF_INET6 && RTA_PAYLOAD(own) == 16) {
    ip_address::v6_bytes v6;
    std::memcpy(v6.data(), RTA_DATA(own), v6.size());
    const bool of_link = scope_of(ip_address(v6)) == link_local_scope;
    return ip_address(v6, of_link ? about->ifa_index : 0);
  }
  return std::nullopt;
}

/// Those that the kernel tells now. System calls that do not wait: one to ask, and one for each 16
/// KiB of its answer.
inline std::vector<ip_address> deprecated_addresses() {
  const file_descriptor kernel(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));

  struct {
    nlmsghdr header{};
    ifaddrmsg about{};
  } request;

  request.header.nlmsg_len = sizeof request;
  request.header.nlmsg_type = RTM_GETADDR;
  request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
  request.about.ifa_family = AF_UNSPEC;

  std::vector<ip_address> found;
  if (::send(kernel.number(), &request, sizeof request, 0) < 0) return found;
  for (;;) {
    alignas(nlmsghdr) std::array<char, std::size_t(16) << 10> answer;
    auto left = ::recv(kernel.number(), answer.data(), answer.size(), MSG_DONTWAIT);
    if (left <= 0) return found;

    const auto* message = reinterpret_cast<const nlmsghdr*>(answer.data());
    for (; NLMSG_OK(message, left); message = NLMSG_NEXT(message, left)) {
      if (message->nlmsg_type != RTM_NEWADDR) return found;  // the end, or an error
      if (const auto address = deprecated_address_in(*message)) found.push_back(*address);
    }
  }
}

#else

/// What the system does not tell is not deprecated.
inline std::vector<ip_address> deprecated_addresses() { return {}; }

#endif

inline bool is_loopback(const ip_address& a) noexcept {
  constexpr ip_address v6(ip_address::v6_bytes{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
  constexpr ip_address v4(ip_address::v4_bytes{127});
  return in_prefix(a, v6, 128) || in_prefix(a, v4, 96 + 8);
}

/// Whether it matters which sources are deprecated: if there are two of them. The loopback's own
/// addresses never are.
inline bool may_be_told_apart(const std::vector<std::optional<source_address>>& sources) noexcept {
  const ip_address* first = nullptr;
  bool differ = false;
  bool may_be_deprecated = false;
  for (const auto& source : sources) {
    if (!source) continue;
    if (!first) first = &source->address;
    differ |= source->address != *first;
    may_be_deprecated |= !is_loopback(source->address);
  }
  return differ && may_be_deprecated;
}

/// Marks those that are. Asks the kernel only if its answer could change an order.
inline void mark_deprecated(std::vector<std::optional<source_address>>& sources) {
  if (!may_be_told_apart(sources)) return;
  const std::vector<ip_address> deprecated = deprecated_addresses();
  for (auto& source : sources) {
    if (!source) continue;
    const auto found = std::find(deprecated.begin(), deprecated.end(), source->address);
    source->deprecated = found != deprecated.end();
  }
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
