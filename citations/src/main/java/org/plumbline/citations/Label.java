package org.plumbline.citations;

/// What a quote does to a claim; SciFact's labels.
public enum Label {
    SUPPORT,
    CONTRADICT,
    NOT_ENOUGH_INFO
}
