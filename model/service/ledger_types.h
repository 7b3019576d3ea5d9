// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/wire/feed.h"

/// The ledger's names for what a desk and its centre hand to each other.
namespace zhida::service {

using FeedCursor = feed::Cursor;
using FillProgress = feed::FillState;
using FeedItem = feed::InboxItem;
using PendingCommand = feed::WaitingCommand;
using CentreAnswer = feed::AnswerIn;
using DeskSignIn = feed::SignIn;

}  // namespace zhida::service
