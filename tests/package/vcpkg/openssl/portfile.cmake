# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
set(VCPKG_POLICY_EMPTY_PACKAGE enabled)
